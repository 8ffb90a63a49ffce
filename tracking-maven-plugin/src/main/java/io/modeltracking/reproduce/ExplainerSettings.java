package io.modeltracking.reproduce;

import io.modeltracking.run.TrackingRoot;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;

/**
 * Where and how the mixtures of two runs are made.
 *
 * @param root with the two runs
 * @param folder is empty; each mixture gets a folder of its own in it
 * @param data a folder to look for data files in, or null
 * @param tolerance of the metric of a version that is made again, relative to the recorded one
 * @param modules artifact ids of the project: its jars belong to the code
 * @param tools gives what writes its log into a folder
 */
public record ExplainerSettings(
        TrackingRoot root,
        Path folder,
        Path data,
        double tolerance,
        Set<String> modules,
        Function<Path, BuildTool> tools,
        Libraries libraries) {}
