/** To and from an MLflow server by its REST interface. */
package io.modeltracking.mlflow;
