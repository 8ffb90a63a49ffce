package io.modeltracking.store;

/** A name and a secret. The secret is shown nowhere. */
public record Login(String user, String password) {

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
