package io.modeltracking.experiment;

import io.modeltracking.search.Point;

/** Makes an argument of the experiment's method out of a point. */
sealed interface Binding permits ValueBinding, RecordBinding, ChoiceBinding {

    /** The argument; what a record's own constructor throws comes out as it is. */
    Object of(Point point) throws Exception;
}
