package io.modeltracking.autolog;

import io.modeltracking.run.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run that keeps what it is told in memory, and is as strict about names and repeated params as a real one. */
class RecordingSink implements AutologSink {

    record Model(byte[] content, String format, List<Feature> features, String library, String version) {}

    final Map<String, Object> params = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<String, List<Double>> metrics = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<String, List<Long>> steps = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<String, Model> models = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<String, byte[]> artifacts = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<String, Map<String, Map<String, Double>>> importances =
            Collections.synchronizedMap(new LinkedHashMap<>());
    final List<DataRead> reads = Collections.synchronizedList(new ArrayList<>());
    final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    final int seed;
    volatile boolean open = true;

    RecordingSink() {
        this(20260101);
    }

    RecordingSink(int seed) {
        this.seed = seed;
    }

    @Override
    public boolean open() {
        return open;
    }

    @Override
    public int seed(String stream) {
        return stream.equals("xgboost") ? seed : stream.hashCode();
    }

    @Override
    public void param(String name, Object value) {
        Object former = params.putIfAbsent(Names.check("Param", name), value);
        if (former != null && !former.equals(value)) {
            throw new IllegalArgumentException(name + " is " + former + " already");
        }
    }

    @Override
    public void metric(String name, double value, Long step) {
        metrics.computeIfAbsent(Names.check("Metric", name), key -> new ArrayList<>())
                .add(value);
        steps.computeIfAbsent(name, key -> new ArrayList<>()).add(step);
    }

    @Override
    public void model(
            String name, byte[] content, String format, List<Feature> features, String library, String version) {
        models.put(Names.check("Model", name), new Model(content, format, features, library, version));
    }

    @Override
    public void artifact(String name, byte[] content) {
        artifacts.put(Names.check("Artifact", name), content);
    }

    @Override
    public void importance(String name, Map<String, Map<String, Double>> byKind) {
        importances.put(name, byKind);
    }

    @Override
    public void read(DataRead read) {
        reads.add(read);
    }

    @Override
    public void warning(String code, String message) {
        warnings.add(code + ": " + message);
    }
}
