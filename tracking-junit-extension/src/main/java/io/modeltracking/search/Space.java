package io.modeltracking.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A search space: its dimensions, and for choices further spaces that exist only when a certain value is chosen.
 *
 * @param dimensions the parameters that every point has, in order; names are unique
 * @param alternatives spaces keyed by a choice among {@code dimensions}; a value of a choice without one brings no further
 *     parameters. Alternatives of one choice may use a name twice, for they never hold together.
 */
public record Space(List<Dimension> dimensions, List<Alternative> alternatives) {

    /**
     * Parameters that exist only when a choice has a value.
     *
     * @param choice the name of a {@link CategoricalDimension} of the enclosing space
     * @param value the value of that choice
     * @param space the parameters that come with it
     */
    public record Alternative(String choice, Object value, Space space) {}

    public Space {
        dimensions = List.copyOf(dimensions);
        alternatives = List.copyOf(alternatives);
        Set<String> names = new HashSet<>();
        for (Dimension dimension : dimensions) {
            requireNew(names, dimension.name());
        }
        Set<List<Object>> keys = new HashSet<>();
        for (Alternative alternative : alternatives) {
            requireChoice(dimensions, alternative);
            Rules.require(
                    keys.add(List.of(alternative.choice(), alternative.value())),
                    () -> label(alternative) + " is given twice: give each value of a choice one space");
        }
        for (Dimension dimension : dimensions) {
            Set<String> below = new HashSet<>();
            for (Alternative alternative : alternatives) {
                if (alternative.choice().equals(dimension.name())) {
                    below.addAll(alternative.space().names());
                }
            }
            below.forEach(name -> requireNew(names, name));
        }
    }

    /** A space without alternatives. */
    public static Space of(Dimension... dimensions) {
        return new Space(List.of(dimensions), List.of());
    }

    /** Returns the number of points, {@link Dimension#UNBOUNDED} when they cannot be counted. */
    public long size() {
        long size = 1;
        for (Dimension dimension : dimensions) {
            size = Grid.times(size, Grid.size(this, dimension));
        }
        return size;
    }

    /** Returns whether the point has exactly the parameters of this space, each with a value it can take. */
    public boolean contains(Point point) {
        return new Layout(this).encode(point) != null;
    }

    /** Returns every parameter name, those of alternatives included, each once and in order. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        dimensions.forEach(dimension -> names.add(dimension.name()));
        alternatives.forEach(alternative -> names.addAll(alternative.space().names()));
        return names.stream().distinct().toList();
    }

    Optional<Space> alternative(String choice, Object value) {
        return alternatives.stream()
                .filter(each -> each.choice().equals(choice) && each.value().equals(value))
                .map(Alternative::space)
                .findFirst();
    }

    private static void requireNew(Set<String> names, String name) {
        Rules.require(
                names.add(name),
                () -> "Parameter '" + name + "' stands twice in the search space: rename one of the two");
    }

    private static void requireChoice(List<Dimension> dimensions, Alternative alternative) {
        boolean known = dimensions.stream()
                .anyMatch(dimension -> dimension instanceof CategoricalDimension choice
                        && choice.name().equals(alternative.choice())
                        && choice.contains(alternative.value()));
        Rules.require(
                known,
                () -> label(alternative)
                        + " hangs on no choice of the space: name a categorical parameter and one of its values");
    }

    private static String label(Alternative alternative) {
        return "The alternative for '" + alternative.choice() + "' = " + alternative.value();
    }
}
