package io.modeltracking;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A tracked run, injected into {@link ModelExperiment} methods and their {@code @BeforeEach} and {@code @AfterEach}.
 *
 * <p>Safe for any thread that the test starts. Names are 1 to 250 letters, digits, {@code _ - .} and spaces, with
 * {@code /} between parts; by convention lower snake case in dotted groups: {@code test.gini.exposure}. Everything is
 * refused after the run has closed.
 */
public interface Run extends AutoCloseable {

    /** 32 lower-case hex digits; people see the first 8. */
    String id();

    /**
     * Logs a param, once: the same value again is ignored.
     *
     * @param value a number, boolean, text, enum, date, path, or a list or array of these; its type is kept
     * @throws IllegalArgumentException when the name has another value already, or the value is of another type
     */
    Run param(String name, Object value);

    /** Logs each entry as {@link #param}. */
    Run params(Map<String, ?> params);

    /**
     * Logs a metric's value.
     *
     * @param value any double, NaN and infinities included
     */
    Run metric(String name, double value);

    /** Logs a metric's value at a step: an epoch, a boosting round. */
    Run metric(String name, double value, long step);

    /**
     * Logs a metric's value, and whether less or more is better, where its name does not tell: rules on gaps, and who reads
     * the report, need to know.
     *
     * @throws IllegalArgumentException when the metric was declared the other way round before
     */
    Run metric(String name, double value, Direction direction);

    /** Sets a tag, anew if it was set before. */
    Run tag(String name, String value);

    /** Adds a note in Markdown. */
    Run note(String markdown);

    /**
     * Keeps a copy of a file.
     *
     * @param name by which it is kept; the same content again is ignored
     * @throws IllegalArgumentException when the file does not exist or cannot be read, or the name has other content
     */
    Run artifact(String name, Path file);

    /** Keeps bytes. */
    Run artifact(String name, byte[] content);

    /** Keeps what is written. */
    Run artifact(String name, ArtifactWriter writer);

    /**
     * Keeps a table as {@code <name>.csv} and {@code <name>.json}.
     *
     * @param columns {@code double[]}, {@code int[]}, {@code String[]} or a list by name, of one length, in the map's order
     */
    Run table(String name, Map<String, ?> columns);

    /** Keeps a table whose rows are in memory: {@code run.table("relativities", TablesawDataset.of(table))}. */
    Run table(String name, Dataset rows);

    /**
     * Keeps a chart as {@code <name>.json}, {@code <name>.csv} and, where this machine can draw, {@code <name>.png}. In a
     * study, pictures are drawn of the winner alone, when it is chosen; they stand on the study's run.
     */
    Run chart(String name, Chart chart);

    /**
     * Chooses the rows whose predictions waterfalls show, {@code shap_waterfall_<row>}, in trainings from now on; without it,
     * those with the lowest, the median and the highest prediction.
     *
     * @param rows 1 to 50 numbers of rows of the matrix that is explained, the last watch (without watches: the training
     *     matrix), from 0; one that it has not is a warning
     * @throws IllegalArgumentException without {@code @ModelExperiment(explain = true)}: rows are personal data
     */
    Run explain(int... rows);

    /** Records a data set by the hash of its content, with a summary of each column. */
    Run dataset(String name, Dataset dataset);

    /**
     * Records how rows were split, and checks what stands on both sides: for part 1, {@code validation.leak.keys},
     * {@code .features} and {@code .adjacent} are the shares of its rows whose key, whole feature vector, or run of
     * neighbouring rows of one feature vector stands in an earlier part too; for part 2 {@code holdout.leak.…}. A leak is a
     * warning; a requirement on these metrics makes it an error.
     *
     * @param rows the table that was split, all parts; its {@link Dataset#keys} are checked where they are named
     * @param features columns that the model is given
     * @throws IllegalArgumentException when the table has another number of rows, or no such column
     */
    Run split(Split split, Dataset rows, String... features);

    /** Keeps a model file. */
    Run model(String name, Path file);

    /** Keeps a model's bytes. */
    Run model(String name, byte[] content);

    /**
     * Keeps a model.
     *
     * @param model an XGBoost4J {@code Booster}
     * @throws IllegalArgumentException for any other type, naming those that are known
     */
    Run model(String name, Object model);

    /**
     * Logs the standard metrics of a kind of model.
     *
     * @param dataSet the name before each metric's: {@code validation} gives {@code validation.poisson_deviance.per_exposure}
     */
    Run evaluate(String dataSet, Evaluation evaluation);

    /**
     * Evaluates on data that nothing has selected by, once, when the run is accepted by its requirements.
     *
     * <p>In a study, for the winner alone: after the last trial, and what comes of it stands on the study's run. Of each
     * trial that may still win, the supplier is kept until then, and with it all that it refers to: let it hold the model
     * and the data (not a field that {@code @BeforeEach} sets anew), and dispose of neither before the study ends.
     *
     * @param evaluation called at the run's end, at the study's, or never
     * @throws IllegalArgumentException in a study whose objective is of that data set
     */
    Run holdout(String dataSet, Supplier<Evaluation> evaluation);

    /**
     * Opens a nested run, which ends when it is closed and at the latest with this one.
     *
     * @param name of the nested run
     */
    Run child(String name);

    /** Requirements that are evaluated when the run closes. */
    Requirements require();

    /** Ends a run that {@link #child} opened. The run that was injected ends with its test: on that one, does nothing. */
    @Override
    void close();
}
