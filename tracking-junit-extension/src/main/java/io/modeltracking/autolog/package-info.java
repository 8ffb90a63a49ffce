/**
 * Autologging: what a plain XGBoost4J training and a plain Tablesaw read tell, without a line of the user's code.
 *
 * <p>{@link io.modeltracking.autolog.AutologAgent} or {@link io.modeltracking.autolog.Autolog#ensureInstalled} weaves
 * advice into the two libraries; {@link io.modeltracking.autolog.Autolog#bind} says which
 * {@link io.modeltracking.autolog.AutologSink} the calls of a thread go to. No type of the two libraries is loaded
 * unless the user's own code has loaded it.
 */
package io.modeltracking.autolog;
