package io.modeltracking.run;

import io.modeltracking.run.RunEvent.Started;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads runs from disk. Their files are untrusted: what cannot be read is named and skipped, never obeyed. */
public final class JournalReader {

    /** The name of the journal in a run's folder. */
    public static final String FILE = "run.jsonl";

    /** Longer lines are skipped: they are no journal's. */
    static final int MAX_LINE = 32 << 20;

    private static final byte[] METRIC = "{\"event\":\"metric\",".getBytes(StandardCharsets.UTF_8);

    private final TrackingRoot root;

    public JournalReader(TrackingRoot root) {
        this.root = root;
    }

    /**
     * Reads a run's folder.
     *
     * @throws JournalException when the folder has no journal, or its first line is no {@code started} event of this
     *     run in a schema version that is known here
     */
    public RunRecord read(Path folder) {
        return read(folder, true);
    }

    /**
     * As {@link #read(Path)}, without metrics: of curves a journal may have very many, and they are not even parsed.
     *
     * @throws JournalException as there
     */
    public RunRecord readWithoutMetrics(Path folder) {
        return read(folder, false);
    }

    private RunRecord read(Path folder, boolean metrics) {
        Path journal = folder.resolve(FILE);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(journal), 1 << 16)) {
            RunRecordBuilder builder = new RunRecordBuilder();
            Lines lines = new Lines(in);
            Started started = first(folder, lines);
            builder.started(started);
            while (lines.next()) {
                if (metrics || !lines.isMetric()) {
                    event(lines, builder);
                }
            }
            return builder.build(() -> LiveLock.isHeld(root, started.live()));
        } catch (IOException e) {
            throw new JournalException(
                    "Cannot read " + journal + ": " + e + ". Remove the folder if it is no run of yours", e);
        }
    }

    private static Started first(Path folder, Lines lines) throws IOException {
        String wrong = "";
        if (lines.next()) {
            try {
                if (lines.event() instanceof Started started) {
                    return check(folder, started);
                }
                wrong = "its first event is not \"started\"";
            } catch (IOException e) {
                wrong = "its first line is no event: " + oneLine(e);
            }
        } else {
            wrong = "it is empty";
        }
        throw new JournalException("No run in " + folder.resolve(FILE) + ": " + wrong
                + ". Remove the folder, or restore the file from a backup");
    }

    private static Started check(Path folder, Started started) {
        if (started.schemaVersion() < 1 || started.schemaVersion() > RunEvent.SCHEMA_VERSION) {
            throw new JournalException("The run in " + folder + " has schema version " + started.schemaVersion()
                    + ", this version reads 1 to " + RunEvent.SCHEMA_VERSION + ": use a newer one");
        }
        String directory = String.valueOf(folder.getFileName());
        if (!Names.isRunId(started.id()) || !directory.equals(started.id())) {
            throw new JournalException("The run in " + folder + " says that its id is \"" + started.id()
                    + "\": a run stands in a folder of its id. Rename the folder or remove it");
        }
        if (started.time() == null || !Names.valid(started.experiment())) {
            throw new JournalException("The run in " + folder + " has no time or no valid experiment name");
        }
        return started;
    }

    private static void event(Lines lines, RunRecordBuilder builder) throws IOException {
        if (!lines.complete()) {
            builder.problem("line " + lines.number() + " is cut off: what came after it was never written");
            return;
        }
        try {
            builder.add(lines.event());
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            builder.problem("line " + lines.number() + " is no event: " + oneLine(e));
        }
    }

    private static String oneLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    /** Lines as bytes, with a bound on each. */
    private static final class Lines {
        private final InputStream in;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        private int number;
        private boolean complete;
        private boolean tooLong;

        Lines(InputStream in) {
            this.in = in;
        }

        boolean next() throws IOException {
            line.reset();
            tooLong = false;
            complete = false;
            int read = in.read();
            if (read < 0) {
                return false;
            }
            number++;
            for (; read >= 0; read = in.read()) {
                if (read == '\n') {
                    complete = true;
                    break;
                }
                if (line.size() < MAX_LINE) {
                    line.write(read);
                } else {
                    tooLong = true;
                }
            }
            return true;
        }

        int number() {
            return number;
        }

        boolean complete() {
            return complete;
        }

        /** By how the extension writes one: a metric that begins otherwise is parsed. */
        boolean isMetric() {
            byte[] bytes = line.toByteArray();
            return bytes.length >= METRIC.length && Arrays.equals(bytes, 0, METRIC.length, METRIC, 0, METRIC.length);
        }

        RunEvent event() throws IOException {
            if (tooLong) {
                throw new IOException("longer than " + MAX_LINE + " bytes");
            }
            byte[] bytes = line.toByteArray();
            return RunJson.event(bytes, bytes.length);
        }
    }
}
