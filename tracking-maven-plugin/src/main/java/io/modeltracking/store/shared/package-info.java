/**
 * One history for several machines: the index and the ledger in PostgreSQL, files in a bucket. Each machine keeps its own
 * {@code .tracking}, which works without the store; what it lacks goes there, and what is asked for comes here.
 */
package io.modeltracking.store.shared;
