package io.modeltracking.maven;

import io.modeltracking.registry.RegistryException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Times as people type them. */
final class Moment {

    private Moment() {}

    /**
     * An instant as it stands, or the end of a day in UTC.
     *
     * @param property that gives it
     * @throws RegistryException when it is neither, or null
     */
    static Instant endOf(String property, String text) {
        if (text == null) {
            throw new RegistryException("No day is given: give -D" + property + "=2024-03-05, or an instant");
        }
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minus(Duration.ofNanos(1))
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new RegistryException("-D" + property + "=" + text
                    + " is no day and no instant: write 2024-03-05 or 2024-03-05T08:00:00Z");
        }
    }
}
