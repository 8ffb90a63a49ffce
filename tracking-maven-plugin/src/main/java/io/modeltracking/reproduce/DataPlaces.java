package io.modeltracking.reproduce;

import java.nio.file.Path;

/**
 * Where data is looked for, beside where the run found it.
 *
 * @param folder with files, or null
 * @param jdbc URL of the database that the run's queries are asked again in, or null
 */
public record DataPlaces(Path folder, String jdbc) {}
