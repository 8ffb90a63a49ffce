"""Fills an experiment as a team that uses MLflow does, and prints the ids of its runs."""
import json
import sys
import tempfile

import mlflow
import numpy
import pandas
import xgboost

uri, experiment = sys.argv[1:3]
mlflow.set_tracking_uri(uri)
mlflow.set_experiment(experiment)
frame = pandas.DataFrame({"age": [0.1, 0.5, 0.9], "power": [1.0, 2.0, 3.0]})
with mlflow.start_run(run_name="search", description="# Why") as parent:
    mlflow.log_params({"depth": 3, "rate": 0.1, "kind": "tree", "on": "true", "code": "007"})
    mlflow.set_tags({
        "mlflow.source.git.commit": "d" * 40,
        "mlflow.source.git.repoURL": "https://ada:secret@example.org/motor.git",
        "a:b": "mapped",
    })
    for step in range(30):
        mlflow.log_metric("loss", 1 / (step + 1), step=step)
    mlflow.log_metric("gap", float("nan"))
    mlflow.log_metric("top", float("inf"))
    mlflow.log_input(mlflow.data.from_pandas(frame, name="train"), context="training")
    mlflow.log_text("hello", "notes/read me.txt")
    with mlflow.start_run(run_name="child", nested=True) as child:
        booster = xgboost.train({"max_depth": 2}, xgboost.DMatrix(frame, label=numpy.array([0.0, 1.0, 0.0])), 2)
        mlflow.xgboost.log_model(booster, name="model", registered_model_name="imported-motor")
client = mlflow.MlflowClient()
client.set_registered_model_alias("imported-motor", "champion", 1)
running = client.create_run(parent.info.experiment_id)
print(json.dumps({"parent": parent.info.run_id, "child": child.info.run_id, "running": running.info.run_id}))
