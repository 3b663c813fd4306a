"""Words of other libraries for the options that only this chart has."""

WORDS = {
    "surpluses": "surplus top_surpluses",
    "compare": "compare_to compare_with previous baseline versus vs",
    "context": "second_measure second share shares secondary",
    "others": "other rest remainder",
    "near_tie": "tie ties",
}
