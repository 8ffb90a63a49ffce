/** The JUnit glue: opens, binds, validates and closes runs. */
package io.modeltracking.experiment;
