package io.modeltracking.packaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.modeltracking.packaging.BundleSubject.ModelFile;
import io.modeltracking.run.RunEvent.Feature;
import io.modeltracking.run.RunEvent.Model;
import io.modeltracking.run.RunJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The model's folder as MLflow reads it: {@code mlflow.xgboost.load_model} and {@code mlflow.pyfunc.load_model}. Texts are
 * written as JSON strings in ASCII, which YAML takes as they are.
 */
public final class MlflowModel {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final ObjectWriter ASCII =
            RunJson.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());

    /** What the serving environment is made with; the model itself is bound to no Python. */
    private static final String PYTHON = "3.11";

    private final String file;
    private final Model logged;
    private final String run;
    private final Instant created;
    private final String metadata;

    private MlflowModel(String file, Model logged, String run, Instant created, String metadata) {
        this.file = file;
        this.logged = logged;
        this.run = run;
        this.created = created;
        this.metadata = metadata;
    }

    static MlflowModel of(BundleSubject subject, ModelFile booster) throws JsonProcessingException {
        return new MlflowModel(
                booster.name(),
                booster.logged(),
                subject.version().evidence().run(),
                subject.registration().time(),
                metadata(subject));
    }

    /**
     * The folder of a model that a run logged.
     *
     * @param file its name in the folder
     * @param run id of the run there
     */
    public static MlflowModel of(Model logged, String file, String run, Instant created) {
        return new MlflowModel(file, logged, run, created, "");
    }

    /** The files' texts by name. */
    public Map<String, String> files() throws JsonProcessingException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("MLmodel", mlModel());
        files.put("conda.yaml", conda());
        files.put("python_env.yaml", """
                python: "%s"
                build_dependencies:
                - pip
                dependencies:
                - -r requirements.txt
                """.formatted(PYTHON));
        files.put("requirements.txt", String.join("\n", requirements()) + "\n");
        return files;
    }

    private String mlModel() throws JsonProcessingException {
        StringBuilder yaml = new StringBuilder("artifact_path: model\nflavors:\n  python_function:\n")
                .append("    data: ")
                .append(text(file))
                .append('\n')
                .append("    env:\n      conda: conda.yaml\n      virtualenv: python_env.yaml\n")
                .append("    loader_module: mlflow.xgboost\n")
                .append("  xgboost:\n    code: null\n")
                .append("    data: ")
                .append(text(file))
                .append('\n')
                .append("    model_class: xgboost.core.Booster\n")
                .append("    model_format: ")
                .append(file.endsWith(".json") ? "json" : "ubj")
                .append('\n');
        if (xgboostVersion() != null) {
            yaml.append("    xgb_version: ").append(text(xgboostVersion())).append('\n');
        }
        return yaml.append(metadata)
                .append("run_id: ")
                .append(text(run))
                .append('\n')
                .append(signature())
                .append("utc_time_created: ")
                .append(text(UTC.format(created)))
                .append('\n')
                .toString();
    }

    private static String metadata(BundleSubject subject) throws JsonProcessingException {
        return "metadata:\n"
                + "  model: " + text(subject.version().model()) + "\n"
                + "  version: " + subject.version().number() + "\n"
                + "  project: " + text(subject.project()) + "\n"
                + "  commit: " + text(subject.version().evidence().commit()) + "\n"
                + "  ledger_event: " + text(subject.registration().hash()) + "\n";
    }

    /** XGBoost takes every column as a number with gaps; what it returns depends on the objective, and is left open. */
    private String signature() throws JsonProcessingException {
        if (logged == null || logged.features().isEmpty()) {
            return "";
        }
        List<Map<String, Object>> columns =
                logged.features().stream().map(MlflowModel::column).toList();
        return "signature:\n  inputs: " + text(ASCII.writeValueAsString(columns))
                + "\n  outputs: null\n  params: null\n";
    }

    private static Map<String, Object> column(Feature feature) {
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("type", "double");
        column.put("name", feature.name());
        column.put("required", true);
        return column;
    }

    private String conda() throws JsonProcessingException {
        StringBuilder yaml = new StringBuilder("name: mlflow-env\nchannels:\n- conda-forge\ndependencies:\n")
                .append("- python=")
                .append(PYTHON)
                .append("\n- pip\n- pip:\n");
        for (String requirement : requirements()) {
            yaml.append("  - ").append(requirement).append('\n');
        }
        return yaml.toString();
    }

    private List<String> requirements() {
        return List.of("mlflow>=2.10", "xgboost" + (xgboostVersion() == null ? "" : "==" + xgboostVersion()), "pandas");
    }

    /** A journal is nobody's word: what is no version is not passed on to pip. */
    private String xgboostVersion() {
        String version = logged == null ? null : logged.libraryVersion();
        return version != null && version.matches("\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}") ? version : null;
    }

    private static String text(String value) throws JsonProcessingException {
        return ASCII.writeValueAsString(value).replace("\u007f", "\\u007f");
    }
}
