/** The history of all runs: an index that can be rebuilt from the run files, and files kept by their SHA-256. */
package io.modeltracking.store;
