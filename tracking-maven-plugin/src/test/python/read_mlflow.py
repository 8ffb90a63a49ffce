"""Prints what MLflow's own client finds of an experiment, and what a model of its registry predicts."""
import json
import math
import sys

import mlflow
import xgboost

uri, experiment, model, rows = sys.argv[1:5]
mlflow.set_tracking_uri(uri)
client = mlflow.MlflowClient()
runs = mlflow.search_runs(experiment_names=[experiment], output_format="list")


def number(value):
    return value if math.isfinite(value) else str(value)


def told(run):
    return {
        "id": run.info.run_id,
        "name": run.info.run_name,
        "status": run.info.status,
        "start": run.info.start_time,
        "end": run.info.end_time,
        "params": run.data.params,
        "tags": run.data.tags,
        "metrics": {
            key: [[m.step, number(m.value), m.timestamp] for m in client.get_metric_history(run.info.run_id, key)]
            for key in run.data.metrics
        },
        "datasets": [
            [i.dataset.name, i.dataset.digest, json.loads(i.dataset.profile), [t.value for t in i.tags]]
            for i in run.inputs.dataset_inputs
        ],
        "files": files(run.info.run_id, ""),
        "models": len(run.outputs.model_outputs) if run.outputs else 0,
    }


def files(run, path):
    found = []
    for file in client.list_artifacts(run, path or None):
        found += files(run, file.path) if file.is_dir else [file.path]
    return found


answer = {"runs": {run.data.tags["tracking.run.id"]: told(run) for run in runs}, "count": len(runs)}
if model:
    version = client.get_model_version_by_alias(model, "champion")
    answer["champion"] = {"version": version.version, "tags": version.tags, "run": version.run_id}
    answer["versions"] = len(client.search_model_versions(f"name='{model}'"))
    booster = mlflow.xgboost.load_model(f"models:/{model}@champion")
    matrix = xgboost.DMatrix(json.loads(rows), feature_names=booster.feature_names, missing=math.nan)
    answer["predictions"] = [float(p) for p in booster.predict(matrix)]
print(json.dumps(answer))
