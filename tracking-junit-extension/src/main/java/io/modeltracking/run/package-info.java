/**
 * The record of a run: immutable values, the journal that holds them as one JSON event a line, and its reader.
 *
 * <p>Nothing here knows JUnit or Maven. The text files are the truth; every database is an index of them.
 */
package io.modeltracking.run;
