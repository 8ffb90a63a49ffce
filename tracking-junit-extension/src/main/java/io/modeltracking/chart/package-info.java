/**
 * A chart as data ({@code <name>.json}: typed columns, axis titles, units) and as a picture ({@code <name>.png}, by XChart).
 * The data is what lasts; a report draws it anew.
 */
package io.modeltracking.chart;
