package io.modeltracking;

/** What a data set is for. What selects may not judge: nothing that selects a model reads a {@link #HOLDOUT}. */
public enum Role {
    /** The model learns from it. */
    TRAIN,
    /** Models are chosen by it: early stopping, objectives, pruning. */
    VALIDATION,
    /** Looked at once, for the chosen model. */
    HOLDOUT
}
