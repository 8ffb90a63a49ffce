package io.modeltracking.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What runs can be compared with. */
public enum BaselineKind {
    /** The version of the model that is in Production. */
    PRODUCTION,
    /** What the committed file {@code tracking-baseline.json} says. */
    ACCEPTED,
    /** The last accepted run on the base branch. */
    LAST;

    /** @throws IllegalArgumentException listing those there are */
    public static BaselineKind parse(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(name.trim().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("baseline is \"" + name + "\": use one of "
                        + List.of(values()).stream().map(BaselineKind::text).toList()));
    }

    /** As people write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Why a model has none. */
    public String absence(String model) {
        return switch (this) {
            case PRODUCTION -> "no version of " + model + " is in Production";
            case ACCEPTED ->
                "tracking-baseline.json has no run of " + model
                        + ", \"mvn tracking:accept -Drun=… -Dreason=…\" puts one there";
            case LAST -> "no accepted run of " + model + " on the base branch is in the history";
        };
    }
}
