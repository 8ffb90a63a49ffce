"""What MLflow predicts with the model directory of a bundle.

Arguments: the directory, and a CSV file of rows with the columns' names. Writes JSON to standard output: the predictions of both
flavors, the signature's columns as MLflow reads them, and the versions.
"""
import json
import sys

import mlflow
import mlflow.pyfunc
import mlflow.xgboost
import pandas
import xgboost


def main(directory, csv):
    rows = pandas.read_csv(csv, dtype="float64")
    booster = mlflow.xgboost.load_model(directory)
    model = mlflow.pyfunc.load_model(directory)
    json.dump(
        {
            "xgboost": booster.predict(xgboost.DMatrix(rows)).tolist(),
            "pyfunc": model.predict(rows).tolist(),
            "columns": model.metadata.get_input_schema().input_names(),
            "metadata": model.metadata.metadata,
            "versions": [mlflow.__version__, xgboost.__version__],
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
