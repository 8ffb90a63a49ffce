/**
 * Where a result came from: source code, machine, data and seeds, each as a value of {@link io.modeltracking.run}.
 *
 * <p>Nothing here fails a test: what cannot be read is recorded as such, with the reason.
 */
package io.modeltracking.provenance;
