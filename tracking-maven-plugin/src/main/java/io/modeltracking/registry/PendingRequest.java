package io.modeltracking.registry;

/** @param approval null while nobody has approved it */
public record PendingRequest(Change request, Change approval) {

    ModelEvent.Request asked() {
        return (ModelEvent.Request) request.event();
    }

    boolean concerns(int version, Stage to) {
        return asked().version() == version && asked().to() == to;
    }
}
