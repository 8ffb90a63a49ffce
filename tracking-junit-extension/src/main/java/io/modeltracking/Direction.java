package io.modeltracking;

/** Whether a smaller or a larger objective is better. */
public enum Direction {
    MINIMIZE,
    MAXIMIZE
}
