package org.rapport.matching.roster.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a therapist says in public.
 *
 * @param video address of an introduction, always https
 * @param identities statements the therapist chose to publish, as codes; nobody is described by anybody else
 */
public record Profile(String introduction, @Nullable String video, List<String> identities) {
    public Profile {
        identities = List.copyOf(identities);
    }
}
