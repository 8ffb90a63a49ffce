package io.modeltracking.evaluation;

/** What weights and rates are called on an axis. */
record Units(String weight, String rate) {}
