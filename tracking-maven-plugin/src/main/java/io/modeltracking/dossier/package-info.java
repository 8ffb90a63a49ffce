/** The documents of a model's version for a reviewer or a regulator. */
package io.modeltracking.dossier;
