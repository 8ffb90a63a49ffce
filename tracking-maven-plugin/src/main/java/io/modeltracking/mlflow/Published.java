package io.modeltracking.mlflow;

import java.util.List;

/**
 * What a publication came to.
 *
 * @param added runs that were sent, wholly or what was lacking of them
 * @param there runs that had nothing new
 * @param running runs that have not ended
 * @param versions of models that were not there before
 * @param problems one line each
 */
public record Published(int added, int there, int running, int versions, List<String> problems) {

    public Published {
        problems = List.copyOf(problems);
    }
}
