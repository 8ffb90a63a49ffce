/** The ledger, which everything that is said of models is derived from, and the taking of runs into the history. */
package io.modeltracking.registry;
