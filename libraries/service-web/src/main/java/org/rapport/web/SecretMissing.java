package org.rapport.web;

/** Thrown at start: without a proper secret anybody could write links and sign in as staff. */
final class SecretMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SecretMissing(int fewestCharacters) {
        super("RAPPORT_SECRET is not set or shorter than " + fewestCharacters + " characters.");
    }
}
