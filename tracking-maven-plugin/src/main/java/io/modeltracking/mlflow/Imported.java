package io.modeltracking.mlflow;

import java.util.List;

/**
 * What an import came to.
 *
 * @param added runs that were not here
 * @param there runs that were here, imported before or published from here
 * @param running runs that have not ended
 * @param problems one line each
 */
public record Imported(int added, int there, int running, List<String> problems) {

    public Imported {
        problems = List.copyOf(problems);
    }
}
