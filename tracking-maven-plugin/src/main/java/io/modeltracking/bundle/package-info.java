/** What a model's bundle brings for the service that uses it: one class, which needs nothing but the JDK. */
package io.modeltracking.bundle;
