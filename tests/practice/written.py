"""A question as an author writes it."""

HINT = "<details markdown>\n<summary>Hint</summary>\n\nThink.\n\n</details>\n\n"


def question(answer: str, stem: str = "How many?", below: str = "", solution: str = "") -> str:
    worked = f"<details markdown>\n<summary>Solution</summary>\n\n{solution}\n\n</details>\n" if solution else ""
    return (
        f'<details class="question" id="question-a" markdown>\n<summary>{stem}</summary>\n\n{below}{HINT}'
        f"<details markdown>\n<summary>Answer</summary>\n\n{answer}\n\n</details>\n{worked}</details>\n"
    )
