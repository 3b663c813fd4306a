"""What a spec becomes, one file an output. All of them are pure functions of a valid spec."""
