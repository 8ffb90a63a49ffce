package io.modeltracking.experiment;

import java.util.Set;
import java.util.TreeSet;

/** The trials of a study that JUnit asked for, and those that it then wanted to run. Safe for any thread. */
final class AskedTrials {

    private final Set<Integer> asked = new TreeSet<>();
    private final Set<Integer> selected = new TreeSet<>();

    synchronized void add(int number) {
        asked.add(number);
    }

    synchronized void selected(int number) {
        selected.add(number);
    }

    /** It is another job's now. */
    synchronized void lost(int number) {
        asked.remove(number);
        selected.remove(number);
    }

    synchronized int size() {
        return asked.size();
    }

    /** Those that the book has no result of. */
    synchronized Missing without(TrialBook book) {
        Set<Integer> lost = new TreeSet<>(asked);
        lost.removeIf(number -> book.get(number).isPresent());
        Set<Integer> broken = new TreeSet<>(lost);
        broken.retainAll(selected);
        lost.removeAll(broken);
        return new Missing(broken, lost);
    }

    /**
     * Trials without a result.
     *
     * @param broken that were to run and never came to
     * @param deselected that whoever started the tests did not want
     */
    record Missing(Set<Integer> broken, Set<Integer> deselected) {}
}
