/** The parts of a motor third-party liability tariff: the portfolio, its split, the rating factors and the tariff. */
package io.modeltracking.sample;
