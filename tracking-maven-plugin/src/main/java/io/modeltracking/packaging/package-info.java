/** A model's version as a jar, for a service and for MLflow. */
package io.modeltracking.packaging;
