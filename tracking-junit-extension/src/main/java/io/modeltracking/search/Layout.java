package io.modeltracking.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A space laid out flat: one slot for each dimension, those of every alternative included, so that a point becomes a row of
 * doubles. A number stands for itself, a choice is its index, an inactive slot is NaN.
 */
final class Layout {

    /** One dimension and its size; {@code axis} is null for a choice. */
    record Slot(Dimension dimension, Axis axis, long size) {

        boolean isChoice() {
            return axis == null;
        }

        int choices() {
            return (int) size;
        }

        boolean isFree() {
            return size > 1;
        }

        Object decode(double value) {
            return switch (kind()) {
                case INT -> (Object) (long) value;
                case REAL -> value;
                case CHOICE -> dimension.at((long) value);
            };
        }

        /** The slot's number for a value, NaN for a value that the dimension cannot take. */
        double encode(Object value) {
            if (dimension instanceof CategoricalDimension choice) {
                int index = value == null ? -1 : choice.choices().indexOf(value);
                return index < 0 ? Double.NaN : index;
            }
            return dimension.contains(value) ? ((Number) value).doubleValue() + 0.0 : Double.NaN;
        }

        private Kind kind() {
            if (axis == null) {
                return Kind.CHOICE;
            }
            return dimension instanceof IntDimension ? Kind.INT : Kind.REAL;
        }
    }

    private enum Kind {
        INT,
        REAL,
        CHOICE
    }

    /** The slots of one alternative: they hold where slot {@code parent} has the value {@code choice}; -1 is the root. */
    record Group(int parent, int choice, int[] slots) {

        boolean isActive(double[] row) {
            return parent < 0 || row[parent] == choice;
        }
    }

    final Space space;
    final List<Slot> slots = new ArrayList<>();
    /** Enclosing groups stand before those they hold. */
    final List<Group> groups = new ArrayList<>();

    Layout(Space space) {
        this.space = space;
        add(space, -1, -1);
    }

    private void add(Space part, int parent, int choice) {
        int first = slots.size();
        for (Dimension dimension : part.dimensions()) {
            slots.add(new Slot(dimension, axis(dimension), dimension.size()));
        }
        int[] own = new int[part.dimensions().size()];
        Arrays.setAll(own, i -> first + i);
        groups.add(new Group(parent, choice, own));
        for (int slot : own) {
            if (slots.get(slot).dimension() instanceof CategoricalDimension choices) {
                for (int i = 0; i < choices.choices().size(); i++) {
                    int value = i;
                    part.alternative(choices.name(), choices.choices().get(i))
                            .ifPresent(inner -> add(inner, slot, value));
                }
            }
        }
    }

    private static Axis axis(Dimension dimension) {
        if (dimension instanceof IntDimension whole) {
            return new Axis(whole);
        }
        return dimension instanceof RealDimension real ? new Axis(real) : null;
    }

    double[] emptyRow() {
        double[] row = new double[slots.size()];
        Arrays.fill(row, Double.NaN);
        return row;
    }

    /** The row of a point, null when the point does not lie in the space. */
    double[] encode(Point point) {
        double[] row = emptyRow();
        int used = 0;
        Iterator<Map.Entry<String, Object>> inOrder = point.values().entrySet().iterator();
        for (Group group : groups) {
            if (group.isActive(row)) {
                for (int i : group.slots()) {
                    Slot slot = slots.get(i);
                    row[i] = slot.encode(value(point, slot.dimension().name(), inOrder));
                    if (Double.isNaN(row[i])) {
                        return null;
                    }
                    used++;
                }
            }
        }
        return used == point.values().size() ? row : null;
    }

    /** Most points come in the order of the space, which spares the look-up. */
    private static Object value(Point point, String name, Iterator<Map.Entry<String, Object>> inOrder) {
        Map.Entry<String, Object> next = inOrder.hasNext() ? inOrder.next() : null;
        return next != null && next.getKey().equals(name) ? next.getValue() : point.get(name);
    }

    Point decode(double[] row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Group group : groups) {
            if (group.isActive(row)) {
                for (int i : group.slots()) {
                    Slot slot = slots.get(i);
                    values.put(slot.dimension().name(), slot.decode(row[i]));
                }
            }
        }
        return new Point(values);
    }
}
