package io.modeltracking.registry;

import java.time.Instant;

/** An event, and when it was written. */
public record Change(long seq, Instant time, ModelEvent event) {}
