package io.modeltracking;

import java.util.List;
import java.util.Map;

/**
 * The version of the experiment's model that is in Production, so that an experiment can let it predict the rows that the
 * challenger is judged by: {@code Evaluation.champion(…)}. Injected; the goal {@code prepare} hands it over, and nothing is
 * read before it is asked for. Where {@link #isPresent} is false all other methods throw {@link IllegalStateException}, which
 * says why there is none.
 */
public interface Champion {

    boolean isPresent();

    /** {@code motor-frequency/3 (Production)}. */
    String label();

    /** Id of the run that made it. */
    String run();

    /**
     * The bytes of its only model: those that were registered, by their SHA-256.
     *
     * @throws IllegalStateException when it has several, or the file is lost or was changed
     */
    byte[] model();

    /** The bytes of the model of that name, as its run logged it. */
    byte[] model(String name);

    /** Names of its models, in the order of logging. */
    List<String> models();

    /** Names of the features of its only model, in the order that it takes them; empty where its run knew none. */
    List<String> features();

    /** The params of its run, as text. */
    Map<String, String> params();

    /**
     * Which rows it has not learned from. On the others it looks better than it is. They are told by their keys, where its run
     * logged its training data with {@link Role#TRAIN} and {@link Dataset#keys}, and the environment variable {@code
     * TRACKING_KEY_SECRET} is what it was then. Logs {@code champion.rows} and {@code champion.rows_trained_on}; where the keys
     * are not known all rows are returned, and the run has a warning.
     *
     * @param keys of each row; of several key columns joined by {@code |}
     * @return the rows' numbers, from 0, in order; for {@link Evaluation#ofRows}
     */
    int[] unseen(String[] keys);
}
