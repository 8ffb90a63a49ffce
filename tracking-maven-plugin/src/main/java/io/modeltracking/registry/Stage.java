package io.modeltracking.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a version stands. At most one version of a model is in Staging, and one in Production. */
public enum Stage {
    NONE("None"),
    STAGING("Staging"),
    PRODUCTION("Production"),
    ARCHIVED("Archived");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /**
     * Reads a stage or an alias of one, in any case: {@code champion} is Production, {@code challenger} Staging.
     *
     * @throws RegistryException listing the stages
     */
    @JsonCreator
    public static Stage parse(String text) {
        if (text == null || text.isBlank()) {
            throw new RegistryException("No stage is named: give -Dstage=Staging or -Dstage=Production");
        }
        for (Stage stage : values()) {
            if (stage.label.equalsIgnoreCase(text)
                    || (stage.alias() != null && stage.alias().equalsIgnoreCase(text))) {
                return stage;
            }
        }
        throw new RegistryException("There is no stage \"" + text + "\": use one of "
                + Arrays.stream(values()).map(Stage::toString).collect(Collectors.joining(", "))
                + ", or the aliases champion (Production) and challenger (Staging)");
    }

    /** {@code champion} or {@code challenger}; null for the others. */
    public String alias() {
        return switch (this) {
            case PRODUCTION -> "champion";
            case STAGING -> "challenger";
            default -> null;
        };
    }

    /** Where a version can go from here. Back to Production leads only a rollback. */
    Set<Stage> next() {
        return switch (this) {
            case NONE -> EnumSet.of(STAGING, ARCHIVED);
            case STAGING -> EnumSet.of(PRODUCTION, ARCHIVED);
            case PRODUCTION -> EnumSet.of(ARCHIVED);
            case ARCHIVED -> EnumSet.of(STAGING);
        };
    }

    @JsonValue
    @Override
    public String toString() {
        return label;
    }
}
