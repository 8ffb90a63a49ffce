/** The language of filters and orders over runs: text to values, and values to parameterised SQL. */
package io.modeltracking.store.query;
