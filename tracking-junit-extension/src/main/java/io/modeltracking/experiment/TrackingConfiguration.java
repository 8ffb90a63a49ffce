package io.modeltracking.experiment;

import io.modeltracking.provenance.KeptData;
import io.modeltracking.run.SharedStudy;
import io.modeltracking.run.TrackingRoot;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What {@code tracking.…} says, as JUnit configuration parameters or system properties.
 *
 * @param seed overrides that of every experiment
 * @param experimentPattern that names of experiments must match
 * @param untracked what a training outside any experiment does
 * @param actor who runs it, when a property says so
 * @param build what {@code prepare} wrote
 * @param autolog whether it is on at all
 * @param reruns whether the build runs failed tests again
 * @param reproduced the run that the goal {@code reproduce} makes again
 * @param keepData whether the data files of all experiments are kept
 * @param keepLimit bytes that a kept data file may have
 * @param broker where the build tells of studies that several jobs share, when this one does
 * @param terminal that somebody watches the build on, as {@code prepare} found it
 */
record TrackingConfiguration(
        TrackingRoot root,
        OptionalLong seed,
        Optional<String> experimentPattern,
        Untracked untracked,
        Optional<String> actor,
        BuildFacts build,
        boolean autolog,
        boolean reruns,
        boolean keepData,
        long keepLimit,
        Optional<Path> terminal,
        Optional<Path> broker,
        Optional<Reproduced> reproduced) {

    private static final String KEEP_LIMIT = "tracking.keepData.limit";

    /** The first is what {@code prepare} found in the POM; the others reach the test JVM when they are typed. */
    private static final List<String> RERUNS =
            List.of("tracking.reruns", "surefire.rerunFailingTestsCount", "failsafe.rerunFailingTestsCount");

    /** What a training outside any experiment does. */
    enum Untracked {
        IGNORE,
        WARN,
        FAIL
    }

    static TrackingConfiguration of(Function<String, Optional<String>> parameters) {
        Function<String, Optional<String>> values =
                name -> parameters.apply(name).filter(value -> !value.isBlank()).map(String::strip);
        BuildFacts build = BuildFacts.of(values.apply("tracking.build").map(Path::of));
        return new TrackingConfiguration(
                root(values.apply("tracking.root"), build),
                seed(values.apply("tracking.seed")),
                values.apply("tracking.experimentPattern").map(TrackingConfiguration::pattern),
                values.apply("tracking.untracked")
                        .map(TrackingConfiguration::untracked)
                        .orElse(Untracked.WARN),
                values.apply("tracking.actor"),
                build,
                values.apply("tracking.autolog")
                        .map(value -> !value.equals("off"))
                        .orElse(true),
                RERUNS.stream()
                        .anyMatch(name -> values.apply(name)
                                .filter(count -> !count.equals("0"))
                                .isPresent()),
                values.apply("tracking.keepData").filter("true"::equals).isPresent(),
                values.apply(KEEP_LIMIT).map(TrackingConfiguration::bytes).orElse(KeptData.DEFAULT_LIMIT),
                values.apply("tracking.terminal").map(Path::of),
                broker(values),
                Reproduced.of(values));
    }

    /**
     * A relative path was typed where Maven was called, and a test JVM works in its module: {@code prepare} knows what was
     * meant.
     */
    private static TrackingRoot root(Optional<String> given, BuildFacts build) {
        boolean known = build.root() != null
                && given.map(root -> !Path.of(root).isAbsolute()).orElse(true);
        return TrackingRoot.find(Path.of("").toAbsolutePath(), known ? build.root() : given.orElse(null));
    }

    private static Optional<Path> broker(Function<String, Optional<String>> values) {
        String wanted = values.apply(SharedStudy.PROPERTY).orElse("off");
        Optional<Path> broker = values.apply(SharedStudy.BROKER).map(Path::of);
        return switch (wanted) {
            case "off" -> Optional.empty();
            case "auto" -> {
                if (broker.isEmpty()) {
                    throw new IllegalArgumentException(SharedStudy.PROPERTY
                            + " = auto: the goal \"prepare\" of a build with a shared store (tracking.store ="
                            + " jdbc:postgresql://…) says where trials come from, and it has not run. Run the tests from"
                            + " Maven, or leave the property out");
                }
                yield broker;
            }
            default ->
                throw new IllegalArgumentException(SharedStudy.PROPERTY + " is \"" + wanted + "\": it is auto, or off");
        };
    }

    private static OptionalLong seed(Optional<String> text) {
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text.get()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "tracking.seed is \"" + text.get() + "\": it is a whole number of 64 bits", e);
        }
    }

    private static long bytes(String text) {
        if (!text.matches("[0-9]{1,15}")) {
            throw new IllegalArgumentException(KEEP_LIMIT + " is \"" + text + "\": it is a number of bytes");
        }
        return Long.parseLong(text);
    }

    private static String pattern(String text) {
        try {
            return Pattern.compile(text).pattern();
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "tracking.experimentPattern is no regular expression: " + e.getMessage(), e);
        }
    }

    private static Untracked untracked(String text) {
        try {
            return Untracked.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("tracking.untracked is \"" + text + "\": it is ignore, warn or fail", e);
        }
    }
}
