package io.modeltracking;

/** A data set that a run reads. */
public final class Dataset {}
