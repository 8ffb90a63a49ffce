package io.modeltracking.dossier;

import io.modeltracking.registry.Inventory;

/**
 * An item of evidence that reviewers and regulators ask for.
 *
 * @param sources the kind of source that asks for it
 * @param how {@code AUTO}: from the records; {@code ASK}: a person must say it; or both
 * @param answer null when there is none; one that begins with NOT PROVIDED says why there is none
 */
record ChecklistItem(int number, String title, String sources, String how, String answer) {

    boolean provided() {
        return answer != null && !answer.isBlank() && !answer.startsWith(Inventory.NOT_PROVIDED);
    }
}
