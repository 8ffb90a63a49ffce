/** Tablesaw tables as data sets. Only who uses Tablesaw loads a class of this package. */
package io.modeltracking.tablesaw;
