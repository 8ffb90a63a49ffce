package io.modeltracking.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A choice among values without an order.
 *
 * @param name the parameter's name
 * @param choices the values: all text, all booleans, all whole numbers ({@link Long}) or all reals ({@link Double}); an
 *     enum is given by the names of its constants
 */
public record CategoricalDimension(String name, List<Object> choices) implements Dimension {

    private static final Set<Class<?>> TYPES = Set.of(String.class, Boolean.class, Long.class, Double.class);

    public CategoricalDimension {
        Rules.requireName(name);
        String named = name;
        List<Object> values = choices;
        Rules.require(
                choices != null && !choices.isEmpty(),
                () -> "Parameter '" + named + "': the list of choices is empty: name at least one value");
        for (Object choice : choices) {
            Rules.require(
                    choice != null && TYPES.contains(choice.getClass()),
                    () -> "Parameter '" + named + "': choice " + choice
                            + " is not a text, boolean, Long or Double: give an enum by its constants' names");
            Rules.require(
                    choice.getClass() == values.get(0).getClass(),
                    () -> "Parameter '" + named + "': choices " + values + " mix types: use one type");
            Rules.require(
                    !(choice instanceof Double number) || Double.isFinite(number),
                    () -> "Parameter '" + named + "': choice " + choice + " is not finite: drop it");
        }
        Rules.require(
                new HashSet<>(choices).size() == choices.size(),
                () -> "Parameter '" + named + "': choices " + values + " name a value twice: name each once");
        choices = List.copyOf(choices);
    }

    /** A choice among texts. */
    public static CategoricalDimension of(String name, String... choices) {
        return new CategoricalDimension(name, List.of((Object[]) choices));
    }

    /** False or true. */
    public static CategoricalDimension bool(String name) {
        return new CategoricalDimension(name, List.of(false, true));
    }

    /** The constants of an enum, by name and in their order. */
    public static CategoricalDimension of(String name, Class<? extends Enum<?>> type) {
        List<Object> names = new ArrayList<>();
        for (Enum<?> constant : type.getEnumConstants()) {
            names.add(constant.name());
        }
        return new CategoricalDimension(name, names);
    }

    @Override
    public long size() {
        return choices.size();
    }

    @Override
    public Object at(long index) {
        return choices.get((int) index);
    }

    @Override
    public boolean contains(Object value) {
        return value != null && choices.contains(value);
    }
}
