package io.modeltracking.experiment;

import org.junit.jupiter.api.extension.Extension;

/** Opens, binds, validates and closes the runs of {@link io.modeltracking.ModelExperiment} methods. */
public final class ModelExperimentExtension implements Extension {}
