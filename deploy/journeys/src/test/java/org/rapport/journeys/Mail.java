package org.rapport.journeys;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A message in the inbox of the local run. */
record Mail(String channel, String to, String subject, String text, String invite, String at) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static List<Mail> all(String inbox) {
        return JSON.readValue(inbox, new TypeReference<List<Mail>>() {});
    }
}
