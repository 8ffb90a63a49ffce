package io.modeltracking;

/** What a model predicted and what happened. */
public final class Evaluation {}
