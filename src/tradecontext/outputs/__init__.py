"""The outputs of a spec, one module for each. All of them are pure functions of a valid spec."""
