package org.rapport.booking.visitors.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;

/**
 * A request as a page sends it again, so that nothing is lost that was typed.
 *
 * @param fields what it carried, without what only told a person from a program
 */
record SentAgain(String method, String address, List<Field> fields) {

    record Field(String name, String value) {}

    static SentAgain of(HttpServletRequest request) {
        List<Field> fields = request.getParameterMap().entrySet().stream()
                .filter(parameter -> !FormCheck.isOwn(parameter.getKey()))
                .flatMap(parameter ->
                        Arrays.stream(parameter.getValue()).map(value -> new Field(parameter.getKey(), value)))
                .toList();
        return new SentAgain(request.getMethod().equals("POST") ? "post" : "get", request.getRequestURI(), fields);
    }
}
