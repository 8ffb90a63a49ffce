package io.modeltracking;

/** How a {@link BayesianSearch} learns from the trials so far. */
public enum Algorithm {
    /** The tree-structured Parzen estimator, by the rules of Optuna 5.0: the robust choice. */
    TPE,
    /** A Gaussian process with the expected improvement: for smooth objectives and at most some hundred trials. */
    GP
}
