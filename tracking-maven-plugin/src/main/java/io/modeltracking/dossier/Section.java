package io.modeltracking.dossier;

import java.util.List;

/**
 * A section of the documents, for any form of them.
 *
 * @param id for links within the page
 */
record Section(String id, String title, List<Block> blocks) {

    Section {
        blocks = List.copyOf(blocks);
    }

    Section(String id, String title, Block... blocks) {
        this(id, title, List.of(blocks));
    }
}
