package org.rapport.web.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapport.web.Problems;
import org.rapport.web.RefusedRequest;
import org.rapport.web.ServiceUnavailable;
import org.rapport.web.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/sample")
class SampleApi {
    record Person(
            @NotBlank String name, @Size(max = 10) String email, int age, List<Object> notes, Map<String, UUID> ids) {}

    @GetMapping("/openings")
    List<String> openings() {
        return List.of("soon");
    }

    @PostMapping("/people")
    Map<String, Integer> people(@Valid @RequestBody Person person) {
        return Map.of("letters", person.name().length());
    }

    @GetMapping("/referrals")
    Staff referrals(Staff staff) {
        return staff;
    }

    @PostMapping("/referrals")
    Staff take(Staff staff) {
        return staff;
    }

    @PostMapping("/refusals")
    ResponseEntity<ProblemDetail> refuse() {
        return Problems.of(HttpStatus.CONFLICT, "slot-taken", "Taken.", Map.of("alternatives", List.of("later")));
    }

    @GetMapping("/faults/{kind}")
    void fault(@PathVariable("kind") String kind) {
        switch (kind) {
            case "store" -> throw new IllegalStateException(new SampleApplication.StoreDown());
            case "service" -> throw new ServiceUnavailable("booking", "GET /x", null);
            case "refused" -> throw new RefusedRequest(HttpStatus.GONE, "sample-gone");
            default -> throw new IllegalStateException("secret of Mrs Jones");
        }
    }

    @GetMapping("/faults/ids/{id}")
    UUID id(@PathVariable("id") UUID id) {
        return id;
    }
}
